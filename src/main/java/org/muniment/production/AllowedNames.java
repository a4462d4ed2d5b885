package org.muniment.production;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// This is every name that may stand in a released PDF. There are none for annotations, forms, scripts, embedded files,
/// layers, images, bookmarks, page pieces or alternate presentations: what has no name here cannot be in the file.
final class AllowedNames {
    static final Set<String> OF_A_PAGE =
            Set.of("Type", "MediaBox", "Parent", "Resources", "Contents", "StructParents", "Tabs");

    private static final Set<String> OF_A_FILE = Set.of(
            ("Root Info ID Size Type Catalog Pages Kids Count Page Lang Metadata XML Subtype Length Filter FlateDecode"
                            + " OutputIntents OutputIntent OutputConditionIdentifier DestOutputProfile N GTS_PDFA1"
                            + " ViewerPreferences DisplayDocTitle MarkInfo Marked"
                            + " Title Creator Producer CreationDate ModDate")
                    .split(" "));

    private static final Set<String> OF_STRUCTURE = Set.of(
            ("StructTreeRoot StructElem ParentTree ParentTreeNextKey Nums S P K A O Pg MCR MCID ActualText Scope Row"
                            + " Column Document H1 H2 Table TR TH TD Span L LI Lbl LBody")
                    .split(" "));

    private static final Set<String> OF_FONTS = Set.of(
            ("Font Type0 BaseFont Encoding Identity-H DescendantFonts ToUnicode CIDFontType2 CIDSystemInfo Registry"
                            + " Ordering Supplement FontDescriptor FontName Flags FontBBox ItalicAngle Ascent Descent"
                            + " CapHeight StemV FontFile2 Length1 W CIDToGIDMap")
                    .split(" "));

    private static final Pattern RESOURCE = Pattern.compile("F[1-9][0-9]{0,3}");
    private static final Pattern SUBSET = Pattern.compile("[A-Z]{6}\\+(.+)");

    private AllowedNames() {}

    /// Every name, for telling what a file says of a message from what any file says.
    static String all() {
        return Stream.of(OF_A_PAGE, OF_A_FILE, OF_STRUCTURE, OF_FONTS)
                .flatMap(Set::stream)
                .collect(Collectors.joining("\n"));
    }

    static void check(String name, ReleasedDocument document) throws PdfIsUnexpected {
        if (OF_A_FILE.contains(name) || OF_STRUCTURE.contains(name) || OF_FONTS.contains(name)) return;
        if (OF_A_PAGE.contains(name) || RESOURCE.matcher(name).matches() || isFontOf(document, name)) return;
        throw new PdfIsUnexpected("a name that is not on the list of what our files contain");
    }

    private static boolean isFontOf(ReleasedDocument document, String name) {
        var matcher = SUBSET.matcher(name);
        return matcher.matches()
                && document.fonts().stream()
                        .anyMatch(face -> EmbeddedFont.baseName(face).equals(matcher.group(1)));
    }
}
