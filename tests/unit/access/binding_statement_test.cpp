#include "core/access/binding_statement.h"

#include <gtest/gtest.h>

namespace tutela::access {

namespace {

BindingStatement aStatement()
{
    return {"register.example/1", "case/C-1", 7, "order.issue", {sha256("a"), sha256("b")}, sha256("bundle"),
        sha256("rulebook")};
}

TEST(BindingStatement, IsWrittenInOneForm)
{
    EXPECT_EQ(aStatement().bytes(),
        "tutela-act-v1\n{\"act\":\"order.issue\",\"bundle\":\"" + toHex(sha256("bundle"))
            + "\",\"commitments\":[\"" + toHex(sha256("a")) + "\",\"" + toHex(sha256("b"))
            + "\"],\"rulebook\":\"" + toHex(sha256("rulebook"))
            + "\",\"store\":\"register.example/1\",\"stream\":\"case/C-1\",\"streamSeq\":7}");
}

TEST(BindingStatement, IsNoLongerSignedWhenAnyMemberChanges)
{
    const PersonKeys person{Secret(sha256("person"))};
    const auto& key = person.publicKeys().signing;
    const Signature signature = sign(aStatement(), person);
    EXPECT_TRUE(verify(aStatement(), key, signature));

    std::vector<BindingStatement> changed(9, aStatement());
    changed[0].store += "x";
    changed[1].stream = "case/C-2";
    changed[2].expectedStreamSeq = 8;
    changed[3].act = "order.refuse";
    std::swap(changed[4].commitments[0], changed[4].commitments[1]);
    changed[5].commitments.pop_back();
    changed[6].bundle.reset();
    changed[7].bundle = sha256("another bundle");
    changed[8].rulebook = sha256("another rulebook");
    for (std::size_t i = 0; i < changed.size(); ++i)
        EXPECT_FALSE(verify(changed[i], key, signature)) << i;
    EXPECT_FALSE(verify(aStatement(), PersonKeys{Secret(sha256("other"))}.publicKeys().signing, signature));
}

} // namespace

} // namespace tutela::access
