using System.Security.Cryptography;
using System.Text;

namespace Sandbox.Metadata;

/// <summary>Ids of what has none in a solution's XML: the same name is the same id in every organization.</summary>
internal static class MetadataIds
{
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
