using System.Text;

namespace DataverseReadiness.Cli;

/// <summary>Holds what is written until it is flushed, so that a stream that takes no more is noticed once and at the end.</summary>
internal sealed class HeldWriter(Stream stream) : StringWriter
{
    /// <exception cref="IOException">The stream takes no more.</exception>
    public override void Flush()
    {
        stream.Write(Encoding.UTF8.GetBytes(ToString()));
        stream.Flush();
        GetStringBuilder().Clear();
    }
}
