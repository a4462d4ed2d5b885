package org.muniment.message;

import java.nio.charset.Charset;
import java.util.Random;

/// This is a charset with letters of a language that is written in it.
record GeneratedCharset(String label, Charset charset, String letters) {
    private static final GeneratedCharset[] ALL = {
        of("us-ascii", "US-ASCII", "abcdefghij"),
        of("UTF-8", "UTF-8", "αβγδεζηθκλμ"),
        of("utf-8", "UTF-8", "жзийклмнпрст"),
        of("utf-8", "UTF-8", "東京都市議会予算"),
        of("utf-8", "UTF-8", "éèàüößñçøå"),
        of("utf-8", "UTF-8", "אבגדהוזחטי"),
        of("utf-8", "UTF-8", "กขคงจฉชซญฎ"),
        of("iso-8859-1", "ISO-8859-1", "éèàüößñçøå"),
        of("windows-1252", "windows-1252", "éèàüößñçøå"),
        of("iso-8859-2", "ISO-8859-2", "ąćęłńóśźż"),
        of("iso-8859-15", "ISO-8859-15", "éèàüœžš"),
        of("koi8-r", "KOI8-R", "жзийклмнпрст"),
        of("windows-1251", "windows-1251", "жзийклмнпрст"),
        of("iso-2022-jp", "ISO-2022-JP", "東京都市議会予算"),
        of("shift_jis", "Shift_JIS", "東京都市議会予算"),
        of("gb2312", "GB2312", "市政府会预算"),
        of("big5", "Big5", "市政府會預算"),
        of("euc-kr", "EUC-KR", "서울시의회예산"),
    };

    private static GeneratedCharset of(String label, String name, String letters) {
        return new GeneratedCharset(label, Charset.forName(name), letters);
    }

    static GeneratedCharset any(Random random) {
        return ALL[random.nextInt(ALL.length)];
    }

    /// A word in the language; not a canary, it may come twice.
    String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = 3 + random.nextInt(6);
        for (int i = 0; i < length; i++) word.append(letters.charAt(random.nextInt(letters.length())));
        return word.toString();
    }

    byte[] bytes(String text) {
        return text.getBytes(charset);
    }
}
