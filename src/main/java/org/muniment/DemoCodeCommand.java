package org.muniment;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.muniment.people.ReadyAccounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `demo-code`: stands in for an authenticator app, for whoever has none at hand in front of a demonstration.
@Command(
        name = "demo-code",
        description = "Print the six digits an authenticator app would show now for the app key of a demonstration.",
        mixinStandardHelpOptions = true)
final class DemoCodeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "KEY", description = "The app key that serve --demo printed.")
    private String key = "";

    @Override
    public Integer call() {
        System.out.println(ReadyAccounts.codeNow(key, InstantSource.system().instant()));
        return 0;
    }
}
