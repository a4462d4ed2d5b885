package org.muniment.singlesignon;

/// This is what this server proves itself with to the provider. It is written in, never shown again, and never printed.
record ClientSecret(String text) {
    static final int LENGTH_MAX = 500;

    ClientSecret {
        text = SingleSignOnSettings.line("The client secret", text, LENGTH_MAX);
    }

    @Override
    public String toString() {
        return "ClientSecret[…]";
    }
}
