namespace App.Tests.Player;

[CollectionDefinition(Name)]
public sealed class PlayerCollection : ICollectionFixture<PlayerFixture>
{
    public const string Name = "Player";
}
