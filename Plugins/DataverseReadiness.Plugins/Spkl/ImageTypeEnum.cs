namespace DataverseReadiness.Plugins.Spkl;

/// <summary>Which picture of the row a step gets.</summary>
public enum ImageTypeEnum
{
    PreImage = 0,
    PostImage = 1,
    Both = 2,
}
