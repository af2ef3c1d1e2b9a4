package dev.tenantry.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostFieldTest {

    @Test
    void everyFieldIsFoundByItsNameInThePayload() {
        assertThat(HostField.values())
                .allSatisfy(
                        field -> assertThat(HostField.named(field.jsonName())).contains(field));
        assertThat(HostField.INSTALLATION_ID.jsonName()).isEqualTo("installationId");
    }

    @Test
    void memberThatWeDoNotKnowIsNoField() {
        assertThat(HostField.named("installationid")).isEmpty();
        assertThat(HostField.named("")).isEmpty();
    }
}
