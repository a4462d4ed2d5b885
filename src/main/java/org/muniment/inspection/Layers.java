package org.muniment.inspection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentMembershipDictionary;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.jspecify.annotations.Nullable;

/// Which optional content is off when the file is opened, and whether we are inside such content.
final class Layers {
    private static final COSName VISIBILITY = COSName.getPDFName("P");

    private final Optional<PDOptionalContentProperties> properties;
    private final Deque<Boolean> entered = new ArrayDeque<>();
    private int hidden;

    Layers(PDDocument pdf) {
        properties = Optional.ofNullable(pdf.getDocumentCatalog().getOCProperties());
    }

    void enter(boolean isHidden) {
        entered.push(isHidden);
        if (isHidden) hidden++;
    }

    /// Files end what they never began.
    void leave() {
        if (!entered.isEmpty() && entered.pop()) hidden--;
    }

    boolean isHiddenHere() {
        return hidden > 0;
    }

    boolean isHidden(COSName tag, @Nullable COSDictionary dictionary) {
        return COSName.OC.equals(tag) && dictionary != null && isHidden(PDPropertyList.create(dictionary));
    }

    boolean isHidden(@Nullable PDPropertyList content) {
        if (properties.isEmpty()) return false;
        return switch (content) {
            case PDOptionalContentGroup group -> isOff(group.getCOSObject());
            case PDOptionalContentMembershipDictionary members -> isHidden(members.getCOSObject());
            case null, default -> false;
        };
    }

    /// By the policy `P`; an expression (`VE`) is left aside, as its fallback is this.
    private boolean isHidden(COSDictionary members) {
        COSBase groups = members.getDictionaryObject(COSName.OCGS);
        int on = 0;
        int off = 0;
        if (groups instanceof COSDictionary only) {
            if (isOff(only)) off++;
            else on++;
        }
        if (groups instanceof COSArray several)
            for (int i = 0; i < several.size(); i++)
                if (several.getObject(i) instanceof COSDictionary group) {
                    if (isOff(group)) off++;
                    else on++;
                }
        if (on + off == 0) return false;
        return switch (members.getNameAsString(VISIBILITY, "AnyOn")) {
            case "AllOn" -> off > 0;
            case "AnyOff" -> off == 0;
            case "AllOff" -> on > 0;
            default -> on == 0;
        };
    }

    private boolean isOff(COSDictionary group) {
        return !properties.orElseThrow().isGroupEnabled(new PDOptionalContentGroup(group));
    }
}
