package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.InsiderAttack.Check;

/// What an administrator with every key can do, and what tells of it. See docs/insider-attacks.md.
class InsiderTest {
    private static final Path TABLE = Path.of("docs/insider-attacks.md");
    private static final String HEADING = "|---|---|---|---|---|";

    @TempDir
    static Path folder;

    private static InsiderStore store;

    @BeforeAll
    static void makeStore() throws IOException {
        store = new InsiderStore(folder);
    }

    @AfterAll
    static void end() {
        store.close();
    }

    @TestFactory
    Stream<DynamicTest> eachAttackIsCaughtByTheCheckItsRowNames() {
        List<InsiderAttack> attacks = InsiderAttacks.all();
        return IntStream.range(0, attacks.size())
                .mapToObj(i ->
                        DynamicTest.dynamicTest((i + 1) + " " + attacks.get(i).name(), () -> isCaught(attacks.get(i))));
    }

    private static void isCaught(InsiderAttack attack) throws Exception {
        Insider insider = store.attacked();
        attack.act().of(insider, store);
        if (attack.check() == Check.OUTSIDE) {
            assertThat(store.said(Check.FULL, insider))
                    .as("what the store alone can know")
                    .isEmpty();
            assertThat(store.said(Check.THIRD_PARTY, insider))
                    .as("what a copy alone can know")
                    .isEmpty();
        }
        List<String> said = store.said(attack.check(), insider);
        assertThat(attack.isCaughtIn(said))
                .as("\"" + attack.says() + "\" in " + said)
                .isTrue();
    }

    @Test
    void withoutAnyAttackNoCheckSaysAnything() throws IOException {
        for (Check check : Check.values()) {
            Insider nobody = store.attacked();
            Files.write(store.reportOf(nobody), store.report);
            if (check != Check.NEXT_FULL)
                assertThat(store.said(check, nobody)).as(check.name()).isEmpty();
        }
    }

    /// `-Dinsider.write=true` writes it.
    @Test
    void theTableHasARowForEachAttack() throws IOException {
        List<InsiderAttack> attacks = InsiderAttacks.all();
        List<String> rows = new ArrayList<>();
        for (InsiderAttack attack : attacks) rows.add(attack.row(rows.size() + 1));
        List<String> lines = new ArrayList<>(Files.readAllLines(TABLE));
        int heading = lines.indexOf(HEADING);
        if (Boolean.getBoolean("insider.write")) {
            lines.subList(heading + 1, lines.size()).clear();
            lines.addAll(rows);
            Files.write(TABLE, lines);
        }
        assertThat(rows).hasSizeGreaterThanOrEqualTo(25);
        assertThat(lines.subList(heading + 1, lines.size())).containsExactlyElementsOf(rows);
    }
}
