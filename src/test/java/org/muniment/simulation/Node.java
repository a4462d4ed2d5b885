package org.muniment.simulation;

/// What a name in a folder stands for.
sealed interface Node permits SimulatedFile, SimulatedFolder {
    /// Makes what was forced, and any part of what was not, all there is.
    void cutPower(Cut cut);
}
