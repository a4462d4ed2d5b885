package org.muniment.reading;

import org.muniment.access.Actor;
import org.muniment.proof.KnownReleases;

/// This is what the reading room asks of those who release: a proof names the releases its maker may know of, no
/// others.
public interface ReleasesOpenTo {
    KnownReleases person(Actor actor);
}
