package org.muniment.singlesignon;

import java.io.Serializable;
import java.time.Instant;

/// This is what the session remembers between leaving for the provider and coming back: only who left may come back
/// (state), only with a token made for this time (nonce), and the code is worth nothing to a thief (verifier, RFC
/// 7636).
record SignInAttempt(String state, String nonce, String verifier, Instant begunAt) implements Serializable {}
