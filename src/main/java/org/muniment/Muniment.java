package org.muniment;

/// This is where every command of the operator's tool starts.
public final class Muniment {
    private Muniment() {}

    public static void main(String[] arguments) {
        System.err.println("muniment: no command yet");
        System.exit(2);
    }
}
