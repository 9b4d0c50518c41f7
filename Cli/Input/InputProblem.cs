namespace DataverseReadiness.Cli.Input;

/// <summary>Something of the input that could not be read, or that the app would not store.</summary>
/// <param name="File">As the person named it.</param>
/// <param name="Line">Counted from 1; 0 where there is none.</param>
/// <param name="Sentence">What is, and what to do.</param>
internal sealed record InputProblem(string File, int Line, string Sentence)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Sentence}" : $"{File}: {Sentence}";
}
