package org.muniment.integrity;

/// The server ends while a check runs. No report is made of it; it is due as before.
final class CheckWasStopped extends RuntimeException {
    CheckWasStopped() {
        super("The check was stopped, for the server ends. It is made when the server runs again.");
    }
}
