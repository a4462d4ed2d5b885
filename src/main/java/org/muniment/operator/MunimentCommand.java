package org.muniment.operator;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The bare command: names the others.
@Command(
        name = "muniment",
        mixinStandardHelpOptions = true,
        versionProvider = MunimentCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "The e-mail archive of a city: keeps every message, proves it, answers records requests from it.",
        footer = {"", "Exit codes: 0 done, 1 the answer is no, 2 wrong use. `muniment COMMAND --help` explains each."})
final class MunimentCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = MunimentCommand.class.getPackage().getImplementationVersion();
            return new String[] {"muniment " + (version == null ? "(development)" : version)};
        }
    }
}
