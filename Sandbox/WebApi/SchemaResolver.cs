using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Sandbox.WebApi;

/// <summary>Teaches OData's parser what is particular to the platform: alternate keys, and query functions within <c>$filter</c>.</summary>
internal sealed class SchemaResolver : ODataUriResolver
{
    private readonly WebApiSchema _schema;
    private readonly AlternateKeysODataUriResolver _alternateKeys;

    public SchemaResolver(WebApiSchema schema)
    {
        _schema = schema;
        _alternateKeys = new AlternateKeysODataUriResolver(schema.Model);
        EnableCaseInsensitive = false;
        EnableNoDollarQueryOptions = false;
    }

    public override IEnumerable<KeyValuePair<string, object>> ResolveKeys(
        IEdmEntityType type, IDictionary<string, string> namedValues, Func<IEdmTypeReference, string, object> convertFunc) =>
        _alternateKeys.ResolveKeys(type, namedValues, convertFunc);

    public override IEnumerable<IEdmOperation> ResolveBoundOperations(IEdmModel model, string identifier, IEdmType bindingType) =>
        _schema.QueryFunctionNamed(identifier) is { } function
            ? [function]
            : base.ResolveBoundOperations(model, identifier, bindingType);
}
