package org.muniment.production;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// This is the outside judge of PDF/A-2u and PDF/UA-1.
final class VeraPdf {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private VeraPdf() {}

    /// What each standard objects to; empty for a compliant file.
    static List<String> objections(Path file) throws Exception {
        var objections = new ArrayList<String>();
        for (var flavour : List.of(PDFAFlavour.PDFA_2_U, PDFAFlavour.PDFUA_1)) {
            try (var parser = Foundries.defaultInstance()
                            .createParser(new ByteArrayInputStream(Files.readAllBytes(file)), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                for (var assertion : result.getTestAssertions())
                    objections.add("%s %s: %s".formatted(flavour, assertion.getRuleId(), assertion.getMessage()));
                if (!result.isCompliant() && objections.isEmpty()) objections.add(flavour + " not compliant");
            }
        }
        return objections;
    }
}
