namespace DataverseReadiness.Rules;

/// <summary>What kind of account opens the Cloud Partner Portal. Values are those of the choice <c>rdy_accountkind</c>.</summary>
public enum AccountKind
{
    PersonalMicrosoftAccount = 847360000,
    MicrosoftAccountOnWorkEmail = 847360001,
    WorkOrSchoolAccount = 847360002,
}
