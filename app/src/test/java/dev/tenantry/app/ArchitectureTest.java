package dev.tenantry.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules of the hexagon that Maven's modules and scopes cannot express. */
class ArchitectureTest {

    private static final String ROOT = "dev.tenantry";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/testkit/"))
            .importPackages(ROOT);

    @Test
    void theDomainKnowsOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT + ".domain..", "java..", "javax.crypto..")
                .check(CODE);
    }

    @Test
    void theModelKnowsNoPortAndNoService() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".domain.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".domain.port..", ROOT + ".domain.service..")
                .check(CODE);
    }

    @Test
    void adaptersDoNotKnowEachOther() {
        slices().matching(ROOT + ".adapters.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CODE);
    }

    @Test
    void storeAdaptersKnowNoDropwizardEnvironment() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".adapters.sql..", ROOT + ".adapters.mongo..", ROOT + ".adapters.redis..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.dropwizard.core..")
                .check(CODE);
    }

    @Test
    void onlyTheAppKnowsTheApp() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".app..")
                .should()
                .onlyHaveDependentClassesThat(resideInAPackage(ROOT + ".app.."))
                .check(CODE);
    }
}
