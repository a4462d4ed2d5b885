package org.muniment.people;

/// This is what tells whether people can sign in over the city's directory now: the package that
/// does it knows this one, not the other way round.
public interface SingleSignOnOffer {
    boolean isOffered();
}
