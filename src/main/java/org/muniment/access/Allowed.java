package org.muniment.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// This is who may call a controller's method. A method without it is refused to everyone, so that a forgotten rule is
/// found at once; the matrix of every endpoint and every role is made from these.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {
    /// Any one of these suffices. Empty: see [#to].
    Role[] value() default {};

    /// Who else, beside the roles.
    Everyone to() default Everyone.NOBODY_ELSE;

    /// Those who are not told by a role.
    enum Everyone {
        NOBODY_ELSE,
        /// Whoever is fully signed in, whatever the role.
        SIGNED_IN,
        /// Anybody, signed in or not: sign-in itself, set-up, whether the server lives.
        ANYBODY
    }
}
