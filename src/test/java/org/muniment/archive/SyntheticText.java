package org.muniment.archive;

import java.util.List;

/// The words synthetic mail is made of, all written for it.
final class SyntheticText {
    static final String[] SUBJECTS = {
        "Agenda for the council meeting",
        "Budget request for the next fiscal year",
        "Permit application",
        "Meeting minutes",
        "Street repair schedule",
        "Invoice attached",
        "Question about the zoning ordinance",
        "Public records request",
        "Your request has been received",
        "Weekly report",
        "Updated contract for review",
        "Water main replacement",
        "Bug report",
        "Release candidate available",
        "Proposal for a new feature",
        "Patch for the build",
        "Out of office",
        "Delivery Status Notification (Failure)",
        "Undelivered Mail Returned to Sender",
        "Reminder: training on Thursday"
    };
    static final String[] SENTENCES = {
        "Please find attached the document you asked for.",
        "Thank you for your message.",
        "I would like to know if there is any update on this.",
        "Let me know if you have any questions or concerns.",
        "We will discuss it at the next meeting of the committee.",
        "The department has reviewed the application and will respond within ten business days.",
        "As we discussed on the phone, the contractor will begin work on Monday.",
        "Could you please send me a copy of the report before the end of the week?",
        "I have forwarded your request to the city clerk.",
        "The public hearing has been scheduled for the first Tuesday of the month.",
        "If you do not want to receive these messages, please contact us.",
        "I think that this is a good idea, but I am not sure it will work with the current version.",
        "It looks like there is a problem with the way the system handles this case.",
        "What do you think about that?",
        "You are receiving this message because you are subscribed to the list.",
        "To unsubscribe, send an email to the address above.",
        "For additional commands, see the help page.",
        "In my opinion we should not do this until the next release.",
        "The attached patch fixes the problem for me.",
        "I have tested it with the latest version and it does not seem to happen any more.",
        "There should be no difference between the two, because they use the same file.",
        "Please do not reply to this message; the mailbox is not monitored.",
        "This would also make it possible to use it from other programs.",
        "However, I could not find any information about how to change the default settings.",
        "We have received your public records request and are working on a response.",
        "The following message could not be delivered to one or more recipients.",
        "Thanks in advance for your help.",
        "Hi all,",
        "Hello,",
        "Good morning,",
        "Best regards,",
        "Kind regards,",
        "Thanks,",
        "Sincerely,",
        "The police department will provide the incident report as soon as the investigation is complete.",
        "Residents may submit comments in writing to the office of the mayor.",
        "Can someone please take a look at this?",
        "I will be out of the office until next week with limited access to email.",
        "Please review and approve the purchase order.",
        "The total amount of the invoice is due within thirty days of receipt.",
        "See the link below for more information:",
        "https://www.example.com/documents/index.html?id=",
        "http://lists.example.org/mailman/listinfo/"
    };
    static final String[] HTML_HEADS = {
        "<html xmlns:v=3D\"urn:schemas-microsoft-com:vml\" xmlns:o=3D\"urn:schemas-micr=\nosoft-com:office:office\" xmlns:w=3D\"urn:schemas-microsoft-com:office:word\" =\nxmlns:m=3D\"http://schemas.microsoft.com/office/2004/12/omml\" xmlns=3D\"http:=\n//www.w3.org/TR/REC-html40\">\n<head>\n<meta http-equiv=3D\"Content-Type\" content=3D\"text/html; charset=3Dutf-8\">\n<meta name=3D\"Generator\" content=3D\"Microsoft Word 15 (filtered medium)\">\n<style><!--\n@font-face\n\t{font-family:\"Cambria Math\";\n\tpanose-1:2 4 5 3 5 4 6 3 2 4;}\n@font-face\n\t{font-family:Calibri;\n\tpanose-1:2 15 5 2 2 2 4 3 2 4;}\np.MsoNormal, li.MsoNormal, div.MsoNormal\n\t{margin:0in;\n\tfont-size:11.0pt;\n\tfont-family:\"Calibri\",sans-serif;}\na:link, span.MsoHyperlink\n\t{mso-style-priority:99;\n\tcolor:#0563C1;\n\ttext-decoration:underline;}\nspan.EmailStyle17\n\t{mso-style-type:personal-compose;\n\tcolor:windowtext;}\n.MsoChpDefault\n\t{mso-style-type:export-only;}\n@page WordSection1\n\t{size:8.5in 11.0in;\n\tmargin:1.0in 1.0in 1.0in 1.0in;}\ndiv.WordSection1\n\t{page:WordSection1;}\n--></style>\n</head>\n<body lang=3D\"EN-US\" link=3D\"#0563C1\" vlink=3D\"#954F72\" style=3D\"word-wrap:break-word\">\n<div class=3D\"WordSection1\">\n",
        "<!DOCTYPE html>\n<html lang=3D\"en\">\n<head>\n<meta charset=3D\"utf-8\">\n<meta name=3D\"viewport\" content=3D\"width=3Ddevice-width, initial-scale=3D1.0\">\n<title></title>\n</head>\n<body style=3D\"margin: 0; padding: 0; background-color: #ffffff; font-family: Arial, Helvetica, sans-serif;\">\n<table role=3D\"presentation\" border=3D\"0\" cellpadding=3D\"0\" cellspacing=3D\"0\" width=3D\"100%\">\n<tbody>\n<tr>\n<td align=3D\"center\" valign=3D\"top\" style=3D\"padding: 10px 0 10px 0;\">\n<img src=3D\"https://www.example.com/images/logo.png\" alt=3D\"\" width=3D\"600\" border=3D\"0\" style=3D\"display:block;\">\n</td>\n</tr>\n",
        "<div dir=3D\"ltr\"><div dir=3D\"ltr\"><br></div><br><div class=3D\"gmail_quote\"><div dir=3D\"ltr\" class=3D\"gmail_attr\">wrote:<br></div><blockquote class=3D\"gmail_quote\" style=3D\"margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex\">\n"
    };
    static final String HTML_TAIL =
            "</td></tr></tbody></table>\n</blockquote></div></div>\n</div>\n<p>&nbsp;</p>\n</body>\n</html>\n";

    private SyntheticText() {}

    static List<String> blocks() {
        return List.of(
                "________________________________\nFrom: \nSent: Monday, 9:00 AM\nTo: \nCc: \nSubject: \n",
                "-----Original Message-----\nFrom: \nSent: \nTo: \nSubject: \n",
                "---------- Forwarded message ---------\nFrom: \nDate: \nSubject: \nTo: \n",
                "_______________________________________________\nmailing list\nhttps://lists.example.org/mailman/listinfo/\n",
                "---------------------------------------------------------------------\nTo unsubscribe, e-mail: \nFor additional commands, e-mail: \n",
                "-- \nYou received this message because you are subscribed to the group.\nTo unsubscribe from this group and stop receiving emails from it, send an email to \n",
                "CAUTION: This email originated from outside of the organization. Do not click links or open attachments unless you recognize the sender and know the content is safe.\n",
                "CONFIDENTIALITY NOTICE: This message and any attachments are for the sole use of the intended recipient(s) and may contain confidential and privileged information. If you are not the intended recipient, please contact the sender by reply e-mail and destroy all copies of the original message.\n",
                "Please note: correspondence to and from this address may be subject to the public records law.\n",
                "Sender: \nSubject: \nMessage-Id: <\nRecipient: \nTo: \nCc: \nBcc: \n",
                "--\nContent-Type: application/pdf; name=\"document.pdf\"\nContent-Description: document.pdf\nContent-Disposition: attachment; filename=\"document.pdf\"; size=1024;\n\tcreation-date=\"\"; modification-date=\"\"\nContent-Transfer-Encoding: base64\nContent-ID: <\n\nJVBERi0xLjcNCiW1tbW1DQ\n",
                "--\nContent-Type: image/png; name=\"image001.png\"\nContent-Disposition: inline; filename=\"image001.png\"\nContent-ID: <image001.png@\nContent-Transfer-Encoding: base64\n\niVBORw0KGgoAAAANSUhEUgAA\n",
                "--\nContent-Type: application/pgp-signature; name=\"signature.asc\"\nContent-Description: OpenPGP digital signature\n\n-----BEGIN PGP SIGNATURE-----\nVersion: GnuPG v2\n\n-----END PGP SIGNATURE-----\n",
                "diff --git a/src/ b/src/\nindex \n--- a/src/\n+++ b/src/\n@@ -1,7 +1,7 @@\n",
                "#!/bin/sh\nimport java.util.List;\npublic static void main(String[] args) {\n        return null;\n    }\n",
                "\n");
    }
}
