using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Searching;

namespace MusicTimeMachine.Data.Configurations;

/// <remarks>The trigram index, which needs an operator class for one of its columns, stands in the migration.</remarks>
internal sealed class SearchingConfiguration : IEntityTypeConfiguration<LibraryWord>
{
    public void Configure(EntityTypeBuilder<LibraryWord> word)
    {
        word.ToTable("library_words");
        word.HasKey(w => new { w.UserId, w.Word });
        word.HasOne<User>().WithMany().HasForeignKey(w => w.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
