namespace DataverseReadiness.Rules;

/// <summary>A question answered with yes or no; an unanswered one is null, which is neither. Values are those of the choice <c>rdy_yesno</c>.</summary>
public enum YesNo
{
    Yes = 847360000,
    No = 847360001,
}
