package org.muniment.seededbugs;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// This is a program that runs the one test it is given and says on its last line how that ended: `GREEN`; `RED` for an
/// assertion that does not hold, or a refusal of the product's own; `BROKEN` for anything else.
final class OneTest {
    private OneTest() {}

    private static final class Outcome implements TestExecutionListener {
        private final List<Throwable> failures = new ArrayList<>();
        private int passed;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable().ifPresent(failures::add);
            boolean isGreen = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
            if (test.isTest() && isGreen) passed++;
        }
    }

    public static void main(String[] arguments) {
        var outcome = new Outcome();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(arguments[0]))
                .build();
        LauncherFactory.create().execute(request, outcome);
        Optional<Throwable> failure = outcome.failures.stream().findFirst();
        failure.ifPresent(Throwable::printStackTrace);
        boolean isRed = failure.filter(OneTest::isRed).isPresent();
        if (isRed) System.out.println("RED " + oneLine(failure.get()));
        else if (failure.isPresent()) System.out.println("BROKEN " + oneLine(failure.get()));
        else System.out.println(outcome.passed == 0 ? "BROKEN there is no such test" : "GREEN");
        System.out.flush();
        // Threads of what was broken on purpose may never end.
        Runtime.getRuntime().halt(0);
    }

    private static boolean isRed(Throwable failure) {
        return failure instanceof AssertionError
                || failure.getClass().getName().startsWith("org.muniment.")
                || (failure.getCause() != null && isRed(failure.getCause()));
    }

    private static String oneLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
