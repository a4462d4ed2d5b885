package org.muniment;

import org.muniment.operator.OperatorTool;

/// This is where every command of the operator's tool starts.
public final class Muniment {
    private Muniment() {}

    public static void main(String[] arguments) {
        // Lucene and the JDK log through java.util.logging; the operator's terminal is not the place for it.
        System.setProperty("java.util.logging.config.class", QuietJdkLogging.class.getName());
        System.exit(OperatorTool.here()
                .with(new ServeCommand())
                .with(new DemoCodeCommand())
                .run(arguments));
    }
}
