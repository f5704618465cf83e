"""Results → text, bytes or something rich can show; never prints, computes nothing."""
