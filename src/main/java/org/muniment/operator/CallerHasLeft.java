package org.muniment.operator;

/// The operator closed the connection, so nobody waits for the command's answer.
final class CallerHasLeft extends RuntimeException {
    CallerHasLeft() {
        super("the operator's tool was closed before the command was done");
    }
}
