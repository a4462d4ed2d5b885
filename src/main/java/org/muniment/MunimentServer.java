package org.muniment;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneId;
import org.muniment.alarm.AlarmMail;
import org.muniment.alarm.Alarms;
import org.muniment.alarm.MailRelay;
import org.muniment.anchor.AnchorWatch;
import org.muniment.archive.Archive;
import org.muniment.audit.AuditTrail;
import org.muniment.backup.BackupWatch;
import org.muniment.delivery.DeliveryFolders;
import org.muniment.integrity.CheckSchedule;
import org.muniment.integrity.IntegrityChecks;
import org.muniment.law.HomeJurisdiction;
import org.muniment.law.LawBook;
import org.muniment.law.Verifications;
import org.muniment.operator.ConfigurationWatch;
import org.muniment.operator.DataFolder;
import org.muniment.operator.EscrowWatch;
import org.muniment.operator.FolderTestimony;
import org.muniment.operator.TokenWatch;
import org.muniment.production.CityLetterhead;
import org.muniment.production.Papers;
import org.muniment.proof.ProofBundle;
import org.muniment.proof.ProofZip;
import org.muniment.proof.Testimony;
import org.muniment.rendition.FontShelf;
import org.muniment.sandbox.Sandbox;
import org.muniment.search.ArchiveSearch;
import org.muniment.settings.CitySettings;
import org.muniment.testimony.RecordsTestimony;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/// This is the server: the web application around one opened data folder. The folder closes its own parts, so no bean
/// here has a destroy method.
@SpringBootApplication
class MunimentServer {
    @Bean(destroyMethod = "")
    Archive archive(DataFolder folder) {
        return folder.archive();
    }

    @Bean(destroyMethod = "")
    ArchiveSearch archiveSearch(DataFolder folder) throws IOException {
        return folder.search();
    }

    @Bean(destroyMethod = "")
    WorkflowDatabase workflow(DataFolder folder) {
        return folder.workflow();
    }

    @Bean(destroyMethod = "")
    AuditTrail auditTrail(DataFolder folder) {
        return folder.audit();
    }

    @Bean(destroyMethod = "")
    Alarms alarms(DataFolder folder) {
        return folder.alarms();
    }

    @Bean(destroyMethod = "close")
    AlarmMail alarmMail(DataFolder folder) {
        return new AlarmMail(folder.alarms(), folder.path(), folder.clock()).start();
    }

    @Bean(destroyMethod = "close")
    AnchorWatch anchorWatch(DataFolder folder) {
        return new AnchorWatch(folder.anchors(), folder.archive(), folder.alarms(), folder.clock()).start();
    }

    @Bean(destroyMethod = "close")
    BackupWatch backupWatch(DataFolder folder) {
        return new BackupWatch(folder.path(), folder.archive(), folder.alarms(), folder.clock()).start();
    }

    @Bean(destroyMethod = "close")
    EscrowWatch escrowWatch(DataFolder folder) {
        return new EscrowWatch(folder).start();
    }

    @Bean(destroyMethod = "close")
    TokenWatch tokenWatch(DataFolder folder) {
        return new TokenWatch(folder).start();
    }

    @Bean(destroyMethod = "close")
    ConfigurationWatch configurationWatch(DataFolder folder) {
        return new ConfigurationWatch(folder).start();
    }

    @Bean(destroyMethod = "")
    IntegrityChecks integrityChecks(DataFolder folder) {
        return folder.checks();
    }

    @Bean(destroyMethod = "close")
    CheckSchedule checkSchedule(DataFolder folder) {
        return new CheckSchedule(folder.checks(), folder.alarms(), folder.clock()).start();
    }

    @Bean
    MailRelay mailRelay(DataFolder folder) {
        return new MailRelay(folder.path());
    }

    @Bean
    CitySettings citySettings(WorkflowDatabase workflow) {
        return CitySettings.in(workflow);
    }

    @Bean
    ProofZip proofZip(
            DataFolder folder,
            LawBook book,
            Verifications verifications,
            HomeJurisdiction home,
            Papers papers,
            CityLetterhead letterhead)
            throws IOException {
        Testimony testimony = FolderTestimony.of(
                folder, new RecordsTestimony.Law(book, verifications::isVerified, home::home), papers, letterhead::now);
        return new ProofZip(
                        new ProofBundle(folder.archive(), folder.clock(), testimony),
                        folder.path().resolve("temporary"))
                .withoutLeftOver();
    }

    @Bean
    Sandbox sandbox() {
        return Sandbox.onThisMachine();
    }

    /// Reading the machine's fonts takes half a second: not before the first page is printed.
    @Bean
    @Lazy
    FontShelf fonts() throws IOException {
        return FontShelf.ofThisMachine();
    }

    @Bean
    Papers papers(DataFolder folder, Sandbox sandbox, ObjectProvider<FontShelf> fonts) {
        return new Papers(
                folder.archive(), sandbox, fonts::getObject, folder.path().resolve("temporary"));
    }

    @Bean
    DeliveryFolders deliveryFolders(DataFolder folder) {
        return new DeliveryFolders(folder.path().resolve("deliveries"));
    }

    @Bean
    InstantSource clock(DataFolder folder) {
        return folder.clock();
    }

    @Bean
    ZoneId zone(DataFolder folder) {
        return folder.zone();
    }
}
