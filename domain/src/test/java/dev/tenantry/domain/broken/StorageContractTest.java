package dev.tenantry.domain.broken;

import static dev.tenantry.domain.broken.PassingStorage.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.InMemoryStorage;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The kit is worth what it finds: each of these stores must fail the tests that are named. */
class StorageContractTest {

    /** A race is lost by chance, and on a busy machine not always within the rounds of one run. */
    private static final int MOST_RUNS = 20;

    private static void assertCaught(UnaryOperator<Storage> breaking, String... tests) {
        var caught = new TreeSet<String>();
        for (int run = 0; run < MOST_RUNS && caught.size() < tests.length; run++) {
            caught.addAll(Suspect.failures(() -> breaking.apply(new InMemoryStorage()), tests));
        }
        assertThat(caught).containsExactlyInAnyOrder(tests);
        assertThat(Suspect.failures(InMemoryStorage::new, tests)).isEmpty();
    }

    @Test
    void caseFoldingIsCaught() {
        assertCaught(
                sound -> with(new BrokenSettings.FoldingCase(sound.settings()), sound),
                "settingsWhoseNamesLookAlikeStayApart",
                "settingsMayBeNamedAlmostLikeTheRowsOfTheFramework");
    }

    @Test
    void normalizedJsonIsCaught() {
        assertCaught(
                sound -> with(new BrokenSettings.NormalizingJson(sound.settings()), sound),
                "valueComesBackCharacterForCharacter",
                "pageHoldsValuesCharacterForCharacter",
                "findAllReturnsValuesCharacterForCharacter",
                "replacementIsStoredCharacterForCharacter");
    }

    @Test
    void lostRacesOfSettingsAreCaught() {
        assertCaught(
                sound -> with(new BrokenSettings.LosingRaces(sound.settings()), sound),
                "manyFirstPutsLeaveOneSetting",
                "exactlyOneOfManyCreatorsWins",
                "exactlyOneOfManyReplacersWins",
                "noIncrementIsLost");
    }

    @Test
    void lostRacesOfRecordsAreCaught() {
        assertCaught(
                sound -> with(new BrokenInstallations.LosingRaces(sound.installations()), sound),
                "exactlyOneOfManyFirstCommitsWins",
                "exactlyOneOfManyReplacementsWins",
                "manyFirstInstallsBeginOneLife");
    }

    @Test
    void settingsWithoutIncarnationsAreCaught() {
        assertCaught(
                sound ->
                        with(new BrokenSettings.ForgettingIncarnations(sound.settings(), sound.installations()), sound),
                "otherIncarnationIsGone",
                "formerIncarnationIsGone",
                "putThatRacesAnUninstallNeverComesBackWithAReinstall",
                "removalNeverEatsWhatAReinstallSeeded");
    }

    @Test
    void tablesWithoutATransactionAreCaught() {
        assertCaught(
                sound -> {
                    var naive = new NaiveStorage();
                    return new PassingStorage(
                            naive.installations(sound.installations()),
                            naive.settings(sound.settings()),
                            sound.links(),
                            sound.archive(),
                            sound.serverKeys());
                },
                "recordIsNeverSeenWithoutItsSeeds",
                "putThatRacesAnUninstallNeverComesBackWithAReinstall",
                "dropTouchesOnlyTheNamedIncarnation");
    }

    @Test
    void openSettingsOfUninstalledTenantsAreCaught() {
        assertCaught(
                sound -> with(new BrokenInstallations.IgnoringTheStatus(sound.installations()), sound),
                "tenantThatIsNotOpenIsGoneAndItsSettingsStayAsTheyWere");
    }

    @Test
    void dropOfTheWrongLifeIsCaught() {
        assertCaught(
                sound -> with(
                        new BrokenInstallations.DroppingTheWrongLife(sound.installations(), sound.settings()), sound),
                "dropTouchesOnlyTheNamedIncarnation");
    }

    @Test
    void overwritingSeedsAreCaught() {
        assertCaught(
                sound -> with(
                        new BrokenInstallations.OverwritingWithSeeds(sound.installations(), sound.settings()), sound),
                "seedNeverReplacesASetting");
    }

    @Test
    void looseComparisonOfRecordsIsCaught() {
        assertCaught(
                sound -> with(new BrokenInstallations.ComparingLoosely(sound.installations()), sound),
                "everyPartOfTheExpectedRecordCounts",
                "refusedCommitPlantsAndDropsNothing",
                "recordThatChangedIsNotRemoved");
    }

    @Test
    void changesCountedInsteadOfMatchesAreCaught() {
        assertCaught(
                sound -> with(new BrokenInstallations.CountingChanges(sound.installations()), sound),
                "commitThatChangesNothingSucceeds");
        assertCaught(
                sound -> with(new BrokenSettings.CountingChanges(sound.settings()), sound),
                "puttingTheSameValueAgainReplacesIt");
    }

    @Test
    void lostMillisecondsAreCaught() {
        assertCaught(
                sound -> with(new BrokenInstallations.ForgettingMilliseconds(sound.installations()), sound),
                "instantsComeBackToTheMillisecond",
                "recordComesBackEqual");
    }

    @Test
    void lostMembersAreCaught() {
        assertCaught(
                sound -> with(new BrokenInstallations.ForgettingUnknownMembers(sound.installations()), sound),
                "unknownMembersComeBackVerbatimAndInOrder");
    }

    @Test
    void quotaThatIsNotCountedIsCaught() {
        assertCaught(
                sound -> with(new BrokenSettings.IgnoringTheQuota(sound.settings()), sound),
                "fullTenantCreatesNoMoreSettings",
                "creatorsAtTheSameMomentOvershootByTheirNumberAtMost");
    }

    @Test
    void orderByUtf16IsCaught() {
        assertCaught(
                sound -> with(new BrokenSettings.PagingByUtf16(sound.settings()), sound),
                "settingsAreInCodePointOrderHoweverLongThePagesAre");
        assertCaught(
                sound -> with(new BrokenInstallations.PagingByUtf16(sound.installations()), sound),
                "tenantsAreInCodePointOrderHoweverLongThePagesAre");
    }

    @Test
    void pagesByPositionAreCaught() {
        assertCaught(
                sound -> with(new BrokenSettings.PagingByPosition(sound.settings()), sound),
                "pageGoesOnBehindASettingThatIsGoneOrNeverWas");
    }

    @Test
    void linksThatMoveAreCaught() {
        assertCaught(
                sound -> with(new BrokenLinks.Moving(sound.links()), sound),
                "aliasNeverMovesToAnotherTenant",
                "oneOfManyTenantsGetsTheAlias");
    }

    @Test
    void looseUnlinkingIsCaught() {
        assertCaught(
                sound -> with(new BrokenLinks.UnlinkingLoosely(sound.links()), sound),
                "unlinkSparesALinkThatIsNotExactlyTheSame");
    }

    @Test
    void linksOfNobodyAreCaught() {
        assertCaught(
                sound -> with(new BrokenLinks.LinkingNobody(sound.links()), sound), "tenantWithoutARecordGetsNoAlias");
    }

    @Test
    void linksThatAreNeverRenewedAreCaught() {
        assertCaught(
                sound -> with(new BrokenLinks.NeverRenewing(sound.links()), sound),
                "linkingAgainRenewsProvenanceAndTime");
    }

    @Test
    void archivesThatStopAtTheFenceAreCaught() {
        assertCaught(
                sound -> with(new BrokenArchive.BehindTheFence(sound), sound), "archiveHasTheSettingsOfEveryStatus");
    }

    @Test
    void archivesOfOtherLivesAreCaught() {
        assertCaught(
                sound -> with(new BrokenArchive.ForgettingIncarnations(sound), sound),
                "archiveOfALifeThatTheRecordDoesNotNameIsEmpty");
    }

    @Test
    void archivesInAnotherOrderAreCaught() {
        assertCaught(
                sound -> with(new BrokenArchive.PagingByUtf16(sound.archive()), sound),
                "archivedSettingsAreInCodePointOrderHoweverLongThePagesAre",
                "archivedTenantsAreInCodePointOrderHoweverLongThePagesAre");
    }

    @Test
    void serverKeysThatAreNotSharedAreCaught() {
        assertCaught(
                sound -> with((name, candidate) -> candidate, sound),
                "serverKeyIsMintedOnce",
                "allWhoAskAtTheSameMomentGetTheSameServerKey");
    }

    @Test
    void serverKeysWithoutNamesAreCaught() {
        assertCaught(
                sound -> with((name, candidate) -> sound.serverKeys().findOrCreate("one", candidate), sound),
                "serverKeysOfOtherNamesAreOthers");
    }

    @Test
    void lostRacesOfServerKeysAreCaught() {
        assertCaught(
                sound -> with(new BrokenServerKeys.LosingRaces(), sound),
                "allWhoAskAtTheSameMomentGetTheSameServerKey");
    }
}
