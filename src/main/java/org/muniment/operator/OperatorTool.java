package org.muniment.operator;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// This is the operator's tool: reads a command line, hands it to the server that holds the data folder or carries it
/// out itself, and answers with an exit code: 0 done, 1 the answer is no, 2 wrong use.
public final class OperatorTool {
    private static final List<Function<Desk, DataCommand>> COMMANDS = List.of(
            ImportCommand::new,
            SearchCommand::new,
            ShowCommand::new,
            ReleaseCommand::new,
            VerifyCommand::new,
            ProveCommand::new,
            RebuildIndexCommand::new,
            AnchorCommand::new,
            BackupCommand::new,
            RestoreCommand::new,
            HealthCommand::new);

    private final Desk desk;
    private final CommandLine commandLine;

    private OperatorTool(Desk desk) {
        this.desk = desk;
        this.commandLine = new CommandLine(new MunimentCommand());
        COMMANDS.forEach(command -> commandLine.addSubcommand(command.apply(desk)));
        commandLine.addSubcommand(KeysCommand.with(desk));
        commandLine.addSubcommand(new BenchCommand(desk));
        commandLine.addSubcommand(new DueCommand(desk));
        commandLine.addSubcommand(new FeeCommand(desk));
        commandLine.addSubcommand(new InspectCommand(desk));
        commandLine.addSubcommand(new VerifyNoteCommand(desk));
    }

    /// The tool at the operator's own terminal.
    public static OperatorTool here() {
        boolean watched =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        Terminal.Attention attention = watched ? Terminal.Attention.WATCHED : Terminal.Attention.PIPED;
        Terminal terminal = new Terminal(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Path.of("").toAbsolutePath(),
                attention);
        return at(terminal, DataFolder.Settings.standard());
    }

    static OperatorTool at(Terminal terminal, DataFolder.Settings settings) {
        return new OperatorTool(new Desk(terminal, Optional.empty(), settings, Caller.here()));
    }

    /// The tool inside the server, for a command that came through the socket.
    static OperatorTool on(DataFolder folder, Terminal terminal, Caller caller) {
        return new OperatorTool(new Desk(terminal, Optional.of(folder), DataFolder.Settings.standard(), caller));
    }

    /// Adds a command that this package cannot know, such as the one that starts the server.
    public OperatorTool with(Callable<Integer> command) {
        commandLine.addSubcommand(command);
        return this;
    }

    /// Carries out one command line and returns its exit code.
    public int run(String... arguments) {
        commandLine
                .setOut(desk.terminal().out())
                .setErr(desk.terminal().err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(parsed -> execute(parsed, arguments))
                .setParameterExceptionHandler((mistake, typed) -> correct(mistake))
                .setExecutionExceptionHandler((failure, line, parsed) -> refuse(failure, line));
        return commandLine.execute(arguments);
    }

    private int execute(ParseResult parsed, String[] arguments) {
        @Nullable Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) return helped;
        if (desk.held().isEmpty() && parsed.hasSubcommand() && command(parsed) instanceof DataCommand command) {
            Optional<Integer> exit = askServer(
                    command, arguments, innermost(parsed).commandSpec().commandLine());
            if (exit.isPresent()) return exit.get();
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /// Says what is wrong with a command line and how to go on, without the whole of the help.
    private int correct(ParameterException mistake) {
        CommandLine line = mistake.getCommandLine();
        boolean isBare = line.getCommand() instanceof MunimentCommand;
        String name = line.getCommandSpec().qualifiedName();
        String more = isBare ? "`muniment --help` names the commands." : "`" + name + " --help` explains it.";
        String what = Terminal.harmless(String.valueOf(mistake.getMessage()));
        String ended = what.matches("(?s).*[.?!]") ? what : what + ".";
        desk.terminal().err().println("muniment: " + ended + " " + more);
        UnmatchedArgumentException.printSuggestions(mistake, desk.terminal().err());
        return Answer.WRONG_USE;
    }

    private static Object command(ParseResult parsed) {
        return innermost(parsed).commandSpec().userObject();
    }

    private static ParseResult innermost(ParseResult parsed) {
        return parsed.hasSubcommand() ? innermost(parsed.subcommand()) : parsed;
    }

    private Optional<Integer> askServer(DataCommand command, String[] arguments, CommandLine line) {
        Optional<ServerConnection> server = ServerConnection.to(desk.terminal().resolve(command.data));
        if (server.isEmpty()) return Optional.empty();
        try (ServerConnection connection = server.get()) {
            Optional<String> token = command instanceof ReadingCommand reading ? reading.token() : Optional.empty();
            return Optional.of(connection.run(Arrays.asList(arguments), token, desk.terminal()));
        } catch (FileSystemException unreadableToken) {
            return Optional.of(refuse(unreadableToken, line));
        } catch (IOException failure) {
            desk.terminal().err().println("muniment: " + failure.getMessage());
            return Optional.of(Answer.NO);
        }
    }

    private static boolean wantsJson(Object command) {
        return switch (command) {
            case DataCommand data -> data.json;
            case PlainCommand plain -> plain.json;
            default -> false;
        };
    }

    private int refuse(Exception failure, CommandLine line) {
        desk.terminal().progressDone();
        Refusals.Said said = Refusals.say(failure);
        Object command = line.getCommand();
        if (wantsJson(command)) {
            String json = new Answer(new Refusals.Problem(said.sentence()), "", said.exit()).json();
            desk.terminal().out().println(json);
        }
        desk.terminal().err().println("muniment: " + Terminal.harmless(said.sentence()));
        return said.exit();
    }
}
