package org.muniment.operator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/// What every command that needs no data folder has in common: it reckons, and answers.
abstract class PlainCommand implements Callable<Integer> {
    final Desk desk;

    @Option(names = "--json", description = "Print one JSON object on standard output and nothing else there.")
    boolean json;

    PlainCommand(Desk desk) {
        this.desk = desk;
    }

    abstract Answer answer() throws IOException, InterruptedException;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Answer answer = answer();
        String said = json ? answer.json() : Terminal.harmless(answer.text());
        desk.terminal().output().write((said + "\n").getBytes(StandardCharsets.UTF_8));
        desk.terminal().output().flush();
        return answer.exit();
    }
}
