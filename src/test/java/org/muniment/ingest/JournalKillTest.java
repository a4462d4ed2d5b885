package org.muniment.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The peers outside keep a ledger of every 250 they were given; what is in it is in the archive byte for byte,
/// whenever
/// the process was killed: between messages, inside chunks, with a large message in the spool.
class JournalKillTest {
    private static final int SESSIONS = 8;
    // Beyond 4 MiB as they are kept, messages wait in spool files.
    private static final LedgerPeer.MessageSizes SIZES = new LedgerPeer.MessageSizes(40_000, 20 << 20, 60);

    @TempDir
    Path folder;

    @Test
    void nothingThatWasAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
        killAgainAndAgain(4);
    }

    @Test
    @Tag("long")
    void nothingThatWasAcknowledgedIsLostInAHundredKills() throws Exception {
        killAgainAndAgain(100);
    }

    @Test
    @Tag("release")
    void nothingThatWasAcknowledgedIsLostInFiveThousandKills() throws Exception {
        killAgainAndAgain(5_000);
    }

    private void killAgainAndAgain(int kills) throws Exception {
        long seed = Long.getLong("seed", 20261123);
        System.out.println("JournalKillTest seed " + seed);
        Random random = new Random(seed);
        BareProcess.Start start = BareProcess.Start.in(folder.resolve("data"), folder.resolve("passphrase"));
        LedgerPeers peers = new LedgerPeers(SESSIONS, seed, 0, SIZES);
        try (peers) {
            for (int kill = 0; kill < kills; kill++) killAfter(peers, start, random);
        }
        SmtpLedger ledger = peers.ledger();
        KeptMail kept = KeptMail.in(start.data(), start.passphrase(), ledger.acknowledged());
        System.out.println(kills + " kills: " + ledger.size() + " acknowledged, " + kept.captures() + " kept, "
                + kept.lost().size() + " lost");
        kept.assertNothingIsLost("after " + kills + " kills");
        assertThat(ledger.wrongs()).isEmpty();
        assertThat(ledger.size()).isGreaterThan(kills);
        long last = ledger.acknowledged().lastKey();
        assertThat(KeptMail.proved(start.data(), start.passphrase(), last, folder.resolve("bundle")))
                .startsWith("OK");
    }

    /// By what was acknowledged, and then some: so a slow machine kills at the same places as a fast one.
    private static void killAfter(LedgerPeers peers, BareProcess.Start start, Random random)
            throws IOException, InterruptedException {
        try (BareProcess process = start.now()) {
            peers.deliverTo(process.portOrFail());
            peers.ledger().awaitMore(1 + random.nextInt(random.nextBoolean() ? 20 : 200), process);
            Thread.sleep(random.nextInt(20));
        }
        peers.deliverTo(0);
    }
}
