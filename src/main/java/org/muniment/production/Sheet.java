package org.muniment.production;

import java.util.List;
import java.util.stream.Stream;
import org.muniment.rendition.Page;
import org.muniment.rendition.Piece;

/// This is one page of a released document as it is drawn: the page, then its artefacts.
/// `name` is what people call the page: its Bates number where it has one.
record Sheet(String name, Page page, List<Artefact> artefacts) {
    Sheet {
        artefacts = List.copyOf(artefacts);
    }

    Stream<Artefact.Words> artefactWords() {
        return artefacts.stream().filter(Artefact.Words.class::isInstance).map(Artefact.Words.class::cast);
    }

    Stream<Piece.Text> artefactTexts() {
        return artefactWords().flatMap(words -> words.texts().stream());
    }
}
