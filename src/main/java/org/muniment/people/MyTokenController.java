package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// One's own tokens over HTTP. A token cannot come here: only a person makes tokens, and with the password again: a
/// token works long after whoever found a browser signed in has gone.
@RestController
@Allowed(to = Allowed.Everyone.SIGNED_IN)
@RequestMapping(path = "/api/me/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
class MyTokenController {
    private final TokenDesk desk;
    private final PasswordAgain password;

    MyTokenController(TokenDesk desk, PasswordAgain password) {
        this.desk = desk;
        this.password = password;
    }

    /// What is written on the form.
    ///
    /// @param password asked again of who has one
    record TokenForm(Optional<String> password, String name, Set<TokenScope> scopes, LocalDate endsOn) {
        @Override
        public String toString() {
            return "TokenForm[…]";
        }
    }

    /// A token just made; `secret` is what the program sends, shown now and never again.
    record TokenMade(PersonalToken token, String secret) {}

    @GetMapping
    List<PersonalToken> mine(Actor actor) {
        return desk.mine(actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TokenMade make(@RequestBody TokenForm form, Actor actor, HttpServletRequest request) {
        password.askIfAny(request, actor, form.password());
        return desk.make(form, actor);
    }

    @DeleteMapping("/{id:\\d{1,18}}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, Actor actor) {
        desk.revoke(id, actor);
    }
}
