namespace Sandbox.WebApi;

/// <summary>The schema of the organization as it is now; made anew after an import.</summary>
internal sealed class SchemaCache(Organization organization)
{
    private volatile WebApiSchema? _schema;

    public WebApiSchema Current
    {
        get
        {
            var model = organization.Model;
            var schema = _schema;
            if (schema is null || !ReferenceEquals(schema.Organization, model))
                _schema = schema = new WebApiSchema(model);
            return schema;
        }
    }
}
