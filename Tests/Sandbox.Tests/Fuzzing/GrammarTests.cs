using System.Xml.Linq;
using Sandbox.Tests.Core;

namespace Sandbox.Tests.Fuzzing;

/// <summary>The grammar of FetchXML keeps up with the schema: what the schema has and the grammar never makes is not tried.</summary>
public sealed class GrammarTests
{
    [Fact]
    public void Queries_are_made_with_every_attribute_and_operator_of_the_schema()
    {
        var grammar = Grammar.Load("fetch.grammar");
        var random = new Random(1);

        var made = Enumerable.Range(0, 5000).SelectMany(_ => XElement.Parse(grammar.Make("fetch", random)).DescendantsAndSelf()).ToList();

        Assert.Empty(QueryConstructTests.AttributeNames.Except(made.SelectMany(element => element.Attributes().Select(attribute => $"{element.Name} {attribute.Name}"))));
        Assert.Empty(QueryOperatorTests.Operators.Except(made.Attributes("operator").Select(attribute => attribute.Value)));
    }
}
