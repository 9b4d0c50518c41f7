namespace DataverseReadiness.Rules;

/// <summary>What users sign in with. Values are those of the choice <c>rdy_signinmethod</c>.</summary>
public enum SignInMethod
{
    WorkAccount = 847360000,
    PersonalAccount = 847360001,
    UserNameOfTheApp = 847360002,
    None = 847360003,
}
