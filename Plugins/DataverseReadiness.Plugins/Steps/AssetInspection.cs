using System.IO;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Inspection;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>The facts of a marketing asset: what the stored bytes of its image or document say about themselves.</summary>
internal sealed class AssetInspection
{
    private static readonly AssetInspection Nothing = new(null, string.Empty, 0, 0, 0, string.Empty, null);

    private AssetInspection(InspectionState? state, string format, int width, int height, long bytes, string sha256, Message? damage)
    {
        State = state;
        Format = format;
        Width = width;
        Height = height;
        Bytes = bytes > int.MaxValue ? int.MaxValue : (int)bytes;
        Sha256 = sha256;
        Damage = damage;
    }

    /// <summary>Null when nothing is stored.</summary>
    public InspectionState? State { get; }

    public string Format { get; }

    public int Width { get; }

    public int Height { get; }

    public int Bytes { get; }

    public string Sha256 { get; }

    public Message? Damage { get; }

    /// <summary>Inspects bytes of the given column.</summary>
    public static AssetInspection Of(Stream? bytes, string column)
    {
        if (bytes == null)
        {
            return Nothing;
        }

        if (column == MarketingAsset.File)
        {
            var file = FileInspector.Inspect(bytes);
            return new(StateOf(file.Damage), file.Format, file.Width, file.Height, file.Bytes, file.Sha256, file.Damage);
        }

        var image = ImageInspector.Inspect(bytes);
        return new(StateOf(image.Damage), image.Format, image.Width, image.Height, image.Bytes, image.Sha256, image.Damage);
    }

    /// <summary>
    /// Puts facts into a request that touches the bytes: those of an image that came along; else none until the stored bytes are
    /// inspected, because nobody has looked at them.
    /// </summary>
    public static void Fill(Entity target, Entity? before)
    {
        var kind = (target.Contains(MarketingAsset.Kind) ? target : before)?.Choice<AssetKind>(MarketingAsset.Kind);
        var column = AssetKinds.ColumnOf(kind);
        var isOtherColumn = before != null && column != AssetKinds.ColumnOf(before.Choice<AssetKind>(MarketingAsset.Kind));
        var hasNewBytes = target.Contains(column)
            || (column == MarketingAsset.Image && target.Contains(MarketingAsset.ImageId))
            || (target.HasLazyFileAttribute && target.LazyFileAttributeKey == column);
        if (column == MarketingAsset.Image && target.GetAttributeValue<object>(column) is byte[] bytes)
        {
            Of(new MemoryStream(bytes, false), column).Set(target);
        }
        else if (target.Contains(column) && target[column] == null && !target.HasLazyFileAttribute)
        {
            Nothing.Set(target);
        }
        else if (hasNewBytes || isOtherColumn)
        {
            Nothing.Set(target);
            target[MarketingAsset.Inspection] = new OptionSetValue((int)InspectionState.NotInspected);
        }
    }

    /// <summary>Whether a row, or a request to it, has exactly these facts.</summary>
    public bool IsIn(Entity row) =>
        row.Choice<InspectionState>(MarketingAsset.Inspection) == State
        && (row.Text(MarketingAsset.Sha256) ?? string.Empty) == Sha256
        && (row.Text(MarketingAsset.Format) ?? string.Empty) == Format
        && (row.Number(MarketingAsset.Width) ?? 0) == Width
        && (row.Number(MarketingAsset.Height) ?? 0) == Height
        && (row.Number(MarketingAsset.Bytes) ?? 0) == Bytes
        && Equals(MessageJson.Read(row.Text(MarketingAsset.Finding)), Damage);

    public void Set(Entity row)
    {
        row[MarketingAsset.Inspection] = State == null ? null : new OptionSetValue((int)State);
        row[MarketingAsset.Format] = Format.Length == 0 ? null : Format;
        row[MarketingAsset.Width] = Width == 0 ? null : Width;
        row[MarketingAsset.Height] = Height == 0 ? null : Height;
        row[MarketingAsset.Bytes] = State == null ? null : Bytes;
        row[MarketingAsset.Sha256] = Sha256.Length == 0 ? null : Sha256;
        row[MarketingAsset.Finding] = Damage == null ? null : MessageJson.Write(Damage);
    }

    private static InspectionState StateOf(Message? damage) => damage == null ? InspectionState.Inspected : InspectionState.Damaged;
}
