package de.kim.rules.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against the vectors that the implementations of Certificate Transparency share (eight leaves,
 * from the reference tree of RFC 6962), and against the definition.
 */
class MerkleTreeTest {
    private static final List<byte[]> VECTOR =
            List.of(
                            "",
                            "00",
                            "10",
                            "2021",
                            "3031",
                            "40414243",
                            "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f")
                    .stream()
                    .map(HexFormat.of()::parseHex)
                    .toList();

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void the_roots_of_the_shared_vectors(int size, String root) {
        assertThat(tree(VECTOR).root(size)).hasToString(root);
        GrowingTree growing = new GrowingTree();
        VECTOR.subList(0, size).forEach(leaf -> growing.add(Hash.leaf(leaf)));
        assertThat(growing.root()).hasToString(root);
        assertThat(growing.size()).isEqualTo(size);
    }

    @Test
    void the_proofs_of_the_shared_vectors() {
        assertThat(tree(VECTOR).inclusion(0, 8).stream().map(Hash::toString))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(tree(VECTOR).consistency(6, 8).stream().map(Hash::toString))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Property(tries = 300)
    void it_is_the_tree_of_the_definition(
            @ForAll @IntRange(min = 1, max = 130) int size, @ForAll @IntRange(max = 129) int at) {
        List<byte[]> leaves = leaves(size);
        int index = at % size;
        assertThat(tree(leaves).root(size)).isEqualTo(NaiveTree.root(leaves));
        assertThat(tree(leaves).inclusion(index, size)).isEqualTo(NaiveTree.path(index, leaves));
        assertThat(tree(leaves).consistency(index + 1, size))
                .isEqualTo(NaiveTree.proof(index + 1, leaves));
    }

    @Property(tries = 300)
    void an_inclusion_proof_holds_for_its_leaf_and_place_only(
            @ForAll @IntRange(min = 2, max = 130) int size,
            @ForAll @IntRange(max = 129) int at,
            @ForAll @IntRange(max = 129) int elsewhere) {
        List<byte[]> leaves = leaves(size);
        int index = at % size;
        int other = elsewhere % size;
        Hash root = NaiveTree.root(leaves);
        List<Hash> path = tree(leaves).inclusion(index, size);
        Hash leaf = Hash.leaf(leaves.get(index));
        assertThat(Proofs.includes(leaf, index, size, path, root)).isTrue();
        if (other != index) {
            assertThat(Proofs.includes(leaf, other, size, path, root)).isFalse();
            assertThat(Proofs.includes(Hash.leaf(leaves.get(other)), index, size, path, root))
                    .isFalse();
        }
        assertThat(Proofs.includes(leaf, index, size, path, Hash.EMPTY)).isFalse();
        for (int step = 0; step < path.size(); step++) {
            assertThat(Proofs.includes(leaf, index, size, changed(path, step), root)).isFalse();
        }
        assertThat(Proofs.includes(leaf, index, size, path.subList(1, path.size()), root))
                .isFalse();
        List<Hash> longer = new ArrayList<>(path);
        longer.add(Hash.EMPTY);
        assertThat(Proofs.includes(leaf, index, size, longer, root)).isFalse();
    }

    @Property(tries = 300)
    void a_consistency_proof_holds_for_its_two_trees_only(
            @ForAll @IntRange(min = 2, max = 130) int to, @ForAll @IntRange(max = 129) int first) {
        int from = first % (to - 1) + 1;
        List<byte[]> leaves = leaves(to);
        Hash old = NaiveTree.root(leaves.subList(0, from));
        Hash root = NaiveTree.root(leaves);
        List<Hash> proof = tree(leaves).consistency(from, to);
        assertThat(Proofs.isConsistent(from, old, to, root, proof)).isTrue();
        assertThat(Proofs.isConsistent(from, Hash.EMPTY, to, root, proof)).isFalse();
        assertThat(Proofs.isConsistent(from, old, to, Hash.EMPTY, proof)).isFalse();
        for (int step = 0; step < proof.size(); step++) {
            assertThat(Proofs.isConsistent(from, old, to, root, changed(proof, step))).isFalse();
        }
        assertThat(Proofs.isConsistent(from, old, to, root, List.of())).isFalse();
    }

    @Test
    void a_proof_of_what_is_not_there_is_not_made() {
        MerkleTree tree = tree(VECTOR);
        assertThatThrownBy(() -> tree.inclusion(8, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusion(-1, 8))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(0, 8))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(8, 7))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Hash> changed(List<Hash> path, int step) {
        List<Hash> changed = new ArrayList<>(path);
        changed.set(step, Hash.node(path.get(step), path.get(step)));
        return changed;
    }

    private static MerkleTree tree(List<byte[]> leaves) {
        return new MerkleTree(
                (level, index) -> {
                    int width = 1 << level;
                    int begin = (int) index * width;
                    return NaiveTree.root(leaves.subList(begin, begin + width));
                });
    }

    private static List<byte[]> leaves(int size) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(("event " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return leaves;
    }
}
