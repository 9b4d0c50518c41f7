namespace DataverseReadiness.Plugins.Spkl;

/// <summary>Stages a step can be registered in.</summary>
public enum StageEnum
{
    PreValidation = 10,
    PreOperation = 20,
    PostOperation = 40,
}
