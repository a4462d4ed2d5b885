package org.muniment.people;

/// This is a way to sign in beside the password. As a bean it is shown on the sign-in page.
public enum OfferedWay {
    PASSKEY,
    SINGLE_SIGN_ON
}
