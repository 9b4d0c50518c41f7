namespace Packager.Reading;

/// <summary>Ids of the platform's messages, the same in every organization.</summary>
public static class PlatformMessages
{
    private const string Rest = "bb1b-ea3e-db11-86a7-000a3a5473e8";

    private static readonly Dictionary<Guid, string> Names = new (string Id, string Name)[]
    {
        ("9ebd", "Create"), ("20be", "Update"), ("a1bd", "Delete"), ("f2bd", "Retrieve"), ("03be", "RetrieveMultiple"),
        ("8cbd", "Assign"), ("1cbe", "SetState"), ("1dbe", "SetStateDynamicEntity"), ("c5bd", "GrantAccess"),
        ("dcbd", "ModifyAccess"), ("11be", "RevokeAccess"), ("04be", "RetrievePrincipalAccess"),
        ("10be", "RetrieveSharedPrincipalsAndAccess"), ("dbbd", "Merge"),
    }.ToDictionary(message => Guid.Parse(message.Id + Rest), message => message.Name);

    /// <summary>The message's name, or null for an id that is not known.</summary>
    public static string? Name(Guid id) => Names.GetValueOrDefault(id);

    /// <summary>The message's id, or null where no export was ever seen to have one.</summary>
    public static Guid? Id(string name)
    {
        foreach (var (id, message) in Names)
        {
            if (message == name) return id;
        }

        return null;
    }
}
