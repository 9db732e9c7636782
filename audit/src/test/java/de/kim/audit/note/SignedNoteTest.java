package de.kim.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.rules.tree.Hash;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    private static final SigningKey KEY = SigningKey.fresh("kim-ledger");
    private static final SigningKey OTHER = SigningKey.fresh("kim-ledger");
    private static final Checkpoint CHECKPOINT =
            new Checkpoint("kim-ledger", 12, Hash.leaf(new byte[] {1}));

    /** The example of Go's golang.org/x/mod/sumdb/note, whose format this is. */
    @Test
    void it_reads_and_checks_the_note_of_another_implementation() {
        PublicKeyLine peter =
                PublicKeyLine.parse(
                        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        SignedNote note =
                SignedNote.parse(
                        """
                        If you think cryptography is the answer to your problem,
                        then you don't know what your problem is.

                        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                        """);
        assertThat(peter.id()).isEqualTo("c74f20a3");
        assertThat(note.signer(List.of(peter))).contains(peter);
        assertThat(note.signer(List.of(KEY.publicLine()))).isEmpty();
    }

    @Test
    void a_checkpoint_comes_back_as_it_was_signed() {
        SignedNote note = SignedNote.sign(CHECKPOINT.text(), List.of(KEY));
        SignedNote read = SignedNote.parse(note.toString());
        assertThat(Checkpoint.parse(read.text())).isEqualTo(CHECKPOINT);
        assertThat(read.signer(List.of(OTHER.publicLine(), KEY.publicLine())))
                .contains(KEY.publicLine());
    }

    @Test
    void another_size_or_key_is_noticed() {
        String note = SignedNote.sign(CHECKPOINT.text(), List.of(KEY)).toString();
        List<PublicKeyLine> keys = List.of(KEY.publicLine());
        assertThat(SignedNote.parse(note.replace("\n12\n", "\n13\n")).signer(keys)).isEmpty();
        assertThat(SignedNote.sign(CHECKPOINT.text(), List.of(OTHER)).signer(keys)).isEmpty();
        assertThat(SignedNote.sign(CHECKPOINT.text(), List.of(OTHER, KEY)).signer(keys))
                .contains(KEY.publicLine());
    }

    @Test
    void a_new_key_has_the_word_of_the_old_one() {
        SignedNote word = KeySuccession.vouch(KEY, OTHER.publicLine());
        List<PublicKeyLine> old = List.of(KEY.publicLine());
        assertThat(KeySuccession.voucher(word, OTHER.publicLine(), old)).isPresent();
        assertThat(KeySuccession.voucher(word, KEY.publicLine(), old)).isEmpty();
        assertThat(KeySuccession.voucher(word, OTHER.publicLine(), List.of(OTHER.publicLine())))
                .isEmpty();
    }

    @Test
    void a_key_comes_back_from_its_line_and_no_half_is_exchanged() {
        SigningKey read = SigningKey.parse(KEY.secretLine() + "\n");
        assertThat(read.publicLine()).isEqualTo(KEY.publicLine());
        String mixed = KEY.publicLine() + " " + OTHER.secretLine().split(" ")[1];
        assertThatThrownBy(() -> SigningKey.parse(mixed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(OTHER.secretLine().split(" ")[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n\nname abcd\n",
                "text\n\n— name\n",
                "text\n\n— na+me AAAAAAAA\n",
                "text\n\n— name %%%%\n",
                "text\n\n— name AAAA\n",
                "text\n\n— name AAAAAAAA"
            })
    void what_is_no_note_is_refused(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kim-ledger\n1\n",
                "kim-ledger\n-1\nAAAA\n",
                "kim-ledger\n01\nAAAA\n",
                "kim-ledger\n9999999999999999999\nAAAA\n",
                "kim-ledger\n1\nAAAA\n",
                "kim ledger\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
            })
    void what_is_no_checkpoint_is_refused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
