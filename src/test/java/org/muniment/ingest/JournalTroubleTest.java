package org.muniment.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.AlarmKind;
import org.muniment.archive.ArchiveSettings;

/// What peers are told when something is wrong with the archive: to try again, and nothing else.
class JournalTroubleTest {
    @TempDir
    Path folder;

    @Test
    void aFullDiskPutsMailOffBeforeItIsSent() throws IOException {
        ArchiveSettings usual = ArchiveSettings.standard();
        ArchiveSettings neverEnough = new ArchiveSettings(
                usual.passphraseFile(),
                usual.segmentBytesMax(),
                usual.segmentAgeMax(),
                usual.queueBytesMax(),
                1.0,
                usual.publishEvery(),
                usual.random());
        try (JournalRoom room = JournalRoom.open(folder, neverEnough, SmtpLimits.standard());
                ScriptedPeer peer = ScriptedPeer.greeted(room.port())) {
            assertThat(peer.ask("MAIL FROM:<a@b.example>")).isEqualTo(SmtpReply.NO_ROOM.text());
            assertThat(peer.ask("RCPT TO:<c@d.example>")).startsWith("503");
            assertThat(peer.ask("DATA")).startsWith("503");
            assertThat(peer.ask("NOOP")).startsWith("250");
        }
    }

    @Test
    void anArchiveThatFailsIsALocalErrorOrABusyServer() throws IOException {
        try (JournalRoom room = JournalRoom.open(folder);
                ScriptedPeer peer = ScriptedPeer.withRecipient(room.port())) {
            room.archive.close();
            String reply = peer.ask("DATA");
            if (reply.startsWith("354")) reply = peer.ask("Subject: x\r\n\r\n.");
            assertThat(reply).isIn(SmtpReply.LOCAL_ERROR.text(), SmtpReply.BUSY.text(), SmtpReply.NO_ROOM.text());
        }
    }

    @Test
    void aLateAcknowledgementIsAnAlarm() throws IOException {
        ShortLimits limits = new ShortLimits();
        limits.acknowledgementSlow = Duration.ofMillis(1);
        HeldClock clock = new HeldClock();
        try (JournalRoom room = JournalRoom.open(folder, limits.limits(), clock);
                ScriptedPeer peer = ScriptedPeer.withRecipient(room.port());
                clock) {
            peer.ask("DATA");
            clock.hold();
            Thread.ofVirtual().start(() -> {
                await().until(() -> !room.alarmKinds().isEmpty());
                clock.close();
            });
            assertThat(peer.ask("Subject: x\r\n\r\n.")).startsWith("250 2.0.0 Kept as 0");
            assertThat(room.alarmKinds()).containsExactly(AlarmKind.ACKNOWLEDGEMENT_SLOW);
        }
    }

    @Test
    void anAcknowledgementThatDoesNotComeIsALocalErrorAndTheRetryADuplicate() throws IOException {
        ShortLimits limits = new ShortLimits();
        limits.acknowledgementSlow = Duration.ofMillis(1);
        limits.acknowledgementMax = Duration.ofMillis(2);
        HeldClock clock = new HeldClock();
        try (JournalRoom room = JournalRoom.open(folder, limits.limits(), clock);
                ScriptedPeer peer = ScriptedPeer.withRecipient(room.port());
                clock) {
            peer.ask("DATA");
            clock.hold();
            assertThat(peer.ask("Subject: x\r\n\r\n.")).isEqualTo(SmtpReply.LOCAL_ERROR.text());
        }
        try (JournalRoom room = JournalRoom.open(folder);
                ScriptedPeer peer = ScriptedPeer.withRecipient(room.port())) {
            peer.ask("DATA");
            assertThat(peer.ask("Subject: x\r\n\r\n.")).startsWith("250 2.0.0 Kept");
            assertThat(room.captures()).isEqualTo(1);
        }
    }

    @Test
    void noReplyOnTroubleSaysMoreThanToTryAgain() {
        assertThat(MessageBody.replyTo(new IllegalStateException("secret: /data/store/keys")))
                .isEqualTo(SmtpReply.LOCAL_ERROR);
        assertThat(MessageBody.replyTo(new IOException("secret"))).isEqualTo(SmtpReply.LOCAL_ERROR);
        assertThat(SmtpReply.LOCAL_ERROR.text()).startsWith("451 4.3.0");
    }
}
