package org.muniment.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {
    private static final String PICTURE = "data:image/png;base64,iVBORw0KGgo=";

    private final SafeHtml safe = new SafeHtml(id -> id.equals("seal@city") ? Optional.of(PICTURE) : Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert('elsewhere.example')</script>",
                "<img src=x onerror=\"fetch('//elsewhere.example')\">",
                "<svg onload=\"fetch('//elsewhere.example')\"><image href='//elsewhere.example'/></svg>",
                "<img src='https://elsewhere.example/pixel.gif'>",
                "<img srcset='https://elsewhere.example/a 1x'>",
                "<picture><source srcset='//elsewhere.example/a'></picture>",
                "<img src='//elsewhere.example/pixel.gif'>",
                "<img src='cid:nobody@elsewhere.example'>",
                "<img src=\"data:image/svg+xml,<svg onload='elsewhere.example'/>\">",
                "<form action='https://elsewhere.example'><input name=a><button>Go</button></form>",
                "<div style=\"background:url('https://elsewhere.example/a')\">x</div>",
                "<div style='background-image:\\75 rl(https://elsewhere.example/a)'>x</div>",
                "<style>@import 'https://elsewhere.example/a.css'; body{background:url(//elsewhere.example)}</style>",
                "<link rel=stylesheet href='https://elsewhere.example/a.css'>",
                "<link rel=dns-prefetch href='//elsewhere.example'>",
                "<meta http-equiv=refresh content='0;url=https://elsewhere.example'>",
                "<base href='https://elsewhere.example/'>",
                "<iframe src='https://elsewhere.example'></iframe>",
                "<object data='https://elsewhere.example'></object><embed src='https://elsewhere.example'>",
                "<video poster='https://elsewhere.example'><source src='https://elsewhere.example'></video>",
                "<table background='https://elsewhere.example/a'><tr><td background='//elsewhere.example'>x</table>",
                "<math><mtext><style><img src='https://elsewhere.example'></style></mtext></math>",
                "<noscript><p title=\"</noscript><img src=//elsewhere.example onerror=alert(1)>\"></noscript>",
                "<a ping='https://elsewhere.example' href='#'>x</a>",
                "<a href='javascript:fetch(\"//elsewhere.example\")'>x</a>",
                "<a href='java\tscript:location=\"//elsewhere.example\"'>x</a>",
            })
    void nothingThatRunsLoadsOrSubmitsIsLeft(String hostile) {
        Document made = Jsoup.parseBodyFragment(safe.of(hostile));
        assertThat(made.body().select("*:not(body,img,p,div,span,table,tbody,tr,td,b,i)"))
                .isEmpty();
        for (Element element : made.body().getAllElements()) {
            assertThat(element.attributes())
                    .as(element.outerHtml())
                    .allSatisfy(attribute -> assertThat(attribute.getKey()).isIn("style", "title", "class", "alt"))
                    .noneSatisfy(attribute -> assertThat(attribute.getValue()).contains("url"));
        }
    }

    @Test
    void aLinkIsShownWithItsAddressAndLeadsNowhere() {
        assertThat(safe.of("<a href='https://city.example/agenda'>the agenda</a>"))
                .isEqualTo("<span title=\"https://city.example/agenda\" class=\"link\">the agenda</span>");
    }

    @Test
    void picturesTheMessageCarriesAreShown() {
        assertThat(safe.of("<img src='cid:seal@city' alt='Seal' width='40'>"))
                .contains("src=\"data:image/png;base64,")
                .contains("alt=\"Seal\"");
        assertThat(safe.of("<img src='" + PICTURE + "'>")).contains("src=\"data:image/png;base64,");
    }

    @Test
    void ordinaryFormIsKept() {
        String letter = "<table width=\"100%\"><tr><td align=\"right\" style=\"color:red\"><b>Due</b> <i>today</i></td>"
                + "</tr></table><ul><li>one</li></ul>";
        assertThat(safe.of(letter)).contains("<b>Due</b>", "<i>today</i>", "color:red", "align=\"right\"", "<li>one");
    }

    @Test
    void theFramesOwnPolicyForbidsEverythingButCarriedPictures() {
        assertThat(HtmlPage.POLICY)
                .startsWith("default-src 'none'; img-src data:; style-src 'unsafe-inline';")
                .endsWith("sandbox")
                .doesNotContain("script", "http", "allow-");
    }
}
